import type { House } from '../../kernel/house.ts'
import { closePoll } from './create-poll.ts'
import { mayHear } from './read.ts'

export function onEvents(house: House): void {
  house.job('polls.close', closePoll(house.chain.id))
  house.topic('poll', mayHear(house.chain.id))
}

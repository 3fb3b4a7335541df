import type { Host } from '../../kernel/host.ts'
import { mayHear } from './read.ts'
import { routes } from './routes.ts'
import { waitForLines } from './wait-for-lines.ts'

export function install(host: Host): void {
  host.topic('thread', mayHear)
  host.onInTransaction('person.shunned', waitForLines)
  routes(host)
}

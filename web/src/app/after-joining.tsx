import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { buyPass } from '../features/passes/index.ts'
import { setFollows } from '../features/people/index.ts'
import { castVote } from '../features/polls/index.ts'
import { setLiked } from '../features/reactions/index.ts'
import { type Act, takeAct } from '../lib/joining.ts'
import { useMe } from '../lib/session.ts'

const acts: { [D in Act['does']]: (act: Extract<Act, { does: D }>) => unknown } = {
  like: (act) => setLiked(act, true),
  follow: ({ handle }) => setFollows(handle, true),
  vote: ({ pollId, optionIds }) => castVote(pollId, optionIds),
  get: (act) => buyPass(act),
}

/** Whoever joined to do something finds it done when they are back. */
export function AfterJoining() {
  const isIn = useMe() !== null
  const router = useRouter()
  useEffect(() => {
    const act = isIn ? takeAct(router.state.location.href) : null
    if (act) (acts[act.does] as (act: Act) => unknown)(act)
  }, [isIn, router])
  return null
}

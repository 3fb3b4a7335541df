import type { Api } from '@corefans/shared/api.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../lib/api.ts'
import { beginPurchase, PassCard, tiersQuery } from '../passes/index.ts'
import { PostCard, postQuery, posts } from '../posts/index.ts'

type First = NonNullable<Api['GET /api/first-pass']['output']['first']>

/** Asked once, and not again when a pass was got: what was chosen stays on the page while it opens. */
const firstQuery = { queryKey: ['first-pass'], staleTime: Number.POSITIVE_INFINITY, queryFn: () => api('GET /api/first-pass', {}) }

/** A free pass and, right below, a locked post: one opens the other before their eyes. Nothing where nobody gives one. */
export function FirstPass({ name }: { name: string }) {
  const found = useQuery(firstQuery)
  if (found.isPending) return <div className="landing-first-skel skel" aria-hidden="true" />
  const first = found.data?.first
  if (!first) return <h2>You are in, {name}.</h2>
  return <Gift name={name} first={first} />
}

function Gift({ name, first: { tier, post } }: { name: string; first: First }) {
  useQuery({ ...postQuery(post.id), initialData: post, staleTime: Number.POSITIVE_INFINITY })
  const isOpen = !posts.use(post.id, { post, gone: false }).post.locked
  const held = useQuery(tiersQuery(tier.creator.handle)).data?.items.find(({ tierId }) => tierId === tier.tierId)
  const button = useRef<HTMLButtonElement>(null)
  const opened = useRef<HTMLDivElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (isOpen) opened.current?.scrollIntoView({ block: 'center' })
  }, [isOpen])
  return (
    <section className="landing-first" aria-labelledby="welcome-first">
      <div className="landing-first-words">
        <h2 id="welcome-first">{isOpen ? 'It is open.' : `Your first pass is on ${tier.creator.name}, ${name}.`}</h2>
        <p className="muted">
          {isOpen
            ? `The pass is yours. Everything ${tier.creator.name} shares with holders of “${tier.name}” is open to you now.`
            : 'A pass opens what a creator shares with their circle. This one costs nothing. Take it, and watch the post below open.'}
        </p>
        {!isOpen && (
          <button ref={button} type="button" className="btn pri" onClick={() => beginPurchase(tier, true)}>
            Get my free pass
          </button>
        )}
      </div>
      <PassCard tier={held ?? tier} label={isOpen ? 'Your pass' : 'Free pass'} />
      <div ref={opened} className="landing-first-post">
        <PostCard post={post} />
      </div>
    </section>
  )
}

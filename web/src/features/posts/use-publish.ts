import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidateOne } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { toast } from '../../ui/toast.ts'
import { toPollDraft } from '../polls/index.ts'
import type { Draft } from './draft.ts'
import { feedPages, learnPost, type PostPageOf, profilePages } from './posts.ts'
import { priced } from './price.ts'

/** Publishes or saves once, however often the button is pressed; the result stands on top of the lists it belongs to. */
export function usePublish(editing: PostView | undefined, onDone: () => void) {
  const me = useMe()
  const queries = useQueryClient()
  const key = useRef(crypto.randomUUID())
  return useMutation({
    mutationFn: (draft: Draft) => send(draft, editing, key.current),
    onSuccess: (post) => {
      learnPost(post)
      toast(editing ? 'Saved' : 'Your post is out')
      const lists = me ? [feedPages('following').queryKey, feedPages('explore').queryKey, profilePages(me.handle, 'all').queryKey] : []
      if (!editing)
        for (const list of lists) queries.setQueryData<InfiniteData<PostPageOf, string | null>>(list, (data) => onTop(data, post))
      void invalidateOne(queries, 'GET /api/posts/:postId', { postId: post.id })
      onDone()
    },
    onError: (error) => toast(`${sentenceOf(error)}. Your words are kept.`),
  })
}

const onTop = (data: InfiniteData<PostPageOf, string | null> | undefined, post: PostView) =>
  data && { ...data, pages: data.pages.map((page, i) => (i === 0 ? { ...page, items: [post, ...page.items] } : page)) }

function send({ text, audience, price, media, poll }: Draft, editing: PostView | undefined, idempotencyKey: string): Promise<PostView> {
  const body = { text, audience: priced(audience, price) ?? audience, mediaIds: media.map(({ id }) => id) }
  if (editing) return api('PATCH /api/posts/:postId', { postId: editing.id, ...body })
  return api('POST /api/posts', poll ? { ...body, poll: toPollDraft(poll) } : body, { idempotencyKey })
}

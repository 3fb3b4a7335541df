import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { PeopleSearch, Promoted, Suggestions } from '../features/discover/index.ts'
import { LegalLinks } from '../features/legal/index.ts'
import { CreatorPasses } from '../features/passes/index.ts'
import { postQuery } from '../features/posts/index.ts'
import { useMe } from '../lib/session.ts'
import { creatorIn, postIn } from './creator-here.ts'

/** `isQuiet`: without what somebody paid or hopes to be shown. Beside somebody's own pages stand their own passes. */
export function RailContent({ path, isQuiet }: { path: string; isQuiet: boolean }) {
  const handle = useCreatorHere(path)
  return (
    <div className="app-rail-in">
      <PeopleSearch />
      {!isQuiet && (
        <>
          <Suspense fallback={<div className="app-rail-skel skel" aria-hidden="true" />}>
            {handle ? <CreatorPasses handle={handle} /> : <Promoted />}
          </Suspense>
          <Suggestions />
        </>
      )}
      <LegalLinks />
    </div>
  )
}

/** Whose page this is: a profile, a token, or one of their posts; nobody's where it is one's own. */
function useCreatorHere(path: string): string | null {
  const me = useMe()
  const postId = postIn(path)
  const post = useQuery({ ...postQuery(postId ?? ''), enabled: postId !== null })
  const handle = creatorIn(path) ?? (postId ? (post.data?.author.handle ?? null) : null)
  return handle === me?.handle ? null : handle
}

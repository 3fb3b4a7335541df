import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import type { QueryClient } from '@tanstack/react-query'
import { docHeads, isDoc } from '../features/legal/index.ts'
import { postQuery } from '../features/posts/index.ts'
import { profileQuery } from '../features/profiles/index.ts'
import { columnWide, srcSetOf } from '../lib/picture.ts'

declare const __PRELOADS__: Record<string, string[]>

type Page = {
  title: string
  description: string
  path: string
  type: 'website' | 'profile' | 'article'
  image?: string | null
  ld?: object
  hidden?: boolean
  chunk?: string
  /** The picture that fills the first screen. */
  first?: string | null
}
type Input = { pathname: string; queries: QueryClient; publicUrl: string; isMissing: boolean; isDemo: boolean }

const slogan = 'Creators, human and virtual, share what the open internet never sees. An Access Pass opens their inner circle.'
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
const oneLine = (text: string, max: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line
}

/** Title, description, canonical address, cards for other sites, and structured data, from what the page has read. */
export function headOf({ pathname, queries, publicUrl, isMissing, isDemo }: Input): string {
  const page = isMissing ? missing(pathname) : pageOf(pathname, queries, publicUrl)
  const url = new URL(page.path, publicUrl).href
  const image = new URL(page.image ?? '/share.png', publicUrl).href
  const meta = (name: string, content: string) =>
    `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escaped(content)}">`
  return [
    `<title>${escaped(page.title)}</title>`,
    meta('description', page.description),
    page.hidden ? meta('robots', 'noindex') : `<link rel="canonical" href="${escaped(url)}">`,
    meta('og:site_name', 'CoreFans'),
    meta('og:title', page.title),
    meta('og:description', page.description),
    meta('og:type', page.type),
    meta('og:url', url),
    meta('twitter:card', 'summary_large_image'),
    meta('og:image', image),
    ...(isDemo ? [meta('demo', 'yes')] : []),
    ...(page.ld ? [`<script type="application/ld+json">${JSON.stringify(page.ld).replace(/</g, '\\u003c')}</script>`] : []),
    ...(page.first ? [preloadOf(page.first)] : []),
    ...preloadsOf(page.chunk),
  ].join('\n    ')
}

const preloadOf = (url: string): string =>
  `<link rel="preload" as="image" href="${escaped(url)}" imagesrcset="${escaped(srcSetOf(url) ?? url)}" imagesizes="${columnWide}" fetchpriority="high">`
const preloadsOf = (chunk?: string): string[] =>
  ((chunk && typeof __PRELOADS__ === 'object' && __PRELOADS__[chunk]) || []).map(
    (file) => `<link rel="modulepreload" href="${file}" fetchpriority="low" crossorigin>`,
  )

const missing = (path: string): Page => ({ title: 'Not found · CoreFans', description: slogan, path, type: 'website', hidden: true })

function pageOf(pathname: string, queries: QueryClient, publicUrl: string): Page {
  const [, first = '', second = ''] = pathname.split('/')
  if (first.startsWith('@'))
    return profilePage(pathname, queries.getQueryData<ProfileView>(profileQuery(first.slice(1)).queryKey), publicUrl)
  if (first === 'post') return postPage(queries.getQueryData<PostView>(postQuery(second).queryKey), pathname, publicUrl)
  if (first === 'legal' && isDoc(second))
    return { title: `${docHeads[second].title} · CoreFans`, description: docHeads[second].line, path: pathname, type: 'website' }
  if (first === 'explore')
    return {
      title: 'Explore · CoreFans',
      description: 'New posts and creators, human and virtual.',
      path: '/explore',
      type: 'website',
      chunk: 'explore',
    }
  if (first === '') return startPage(publicUrl)
  const title = { login: 'Log in', signup: 'Join' }[first]
  return { title: title ? `${title} · CoreFans` : 'CoreFans', description: slogan, path: pathname, type: 'website', hidden: !title }
}

const startPage = (publicUrl: string): Page => ({
  title: 'CoreFans: closer than a follow',
  description: slogan,
  path: '/',
  type: 'website',
  chunk: 'landing',
  ld: { '@context': 'https://schema.org', '@type': 'WebSite', name: 'CoreFans', url: publicUrl },
})

function profilePage(path: string, profile: ProfileView | undefined, publicUrl: string): Page {
  if (!profile) return missing(path)
  const { name, handle, bio, counters, joinedAt, portraitUrl, coverUrl, links } = profile
  const url = new URL(`/@${handle}`, publicUrl).href
  const image = portraitUrl ?? coverUrl
  const isCrowd = /\/(fans|following)$/.test(path)
  const count = (action: string, n: number) => ({
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${action}`,
    userInteractionCount: n,
  })
  const person = {
    '@type': 'Person',
    name,
    alternateName: handle,
    identifier: profile.id,
    description: bio,
    url,
    sameAs: links,
    ...(image ? { image: new URL(image, publicUrl).href } : {}),
    interactionStatistic: [count('FollowAction', counters.fans), count('LikeAction', counters.likes)],
  }
  return {
    title: `${name} (@${handle}) · CoreFans`,
    description: oneLine(bio || `${name} on CoreFans.`, 180),
    path,
    type: 'profile',
    image: coverUrl ?? portraitUrl,
    ...(isCrowd ? {} : { chunk: 'profile', first: coverUrl }),
    ld: { '@context': 'https://schema.org', '@type': 'ProfilePage', dateCreated: joinedAt, mainEntity: person },
  }
}

const shownImage = ({ locked, media: [first] }: PostView): string | undefined =>
  locked ? first?.previewUrl : (first?.url ?? first?.previewUrl)

/** A locked post tells its author and its blur, nothing else. */
function postPage(post: PostView | undefined, path: string, publicUrl: string): Page {
  if (!post) return missing(path)
  const { author, text, locked, counts } = post
  const image = shownImage(post)
  const words = locked || !text ? `A post by ${author.name} on CoreFans.` : oneLine(text, 180)
  const ld = {
    '@context': 'https://schema.org',
    '@type': 'SocialMediaPosting',
    url: new URL(path, publicUrl).href,
    headline: oneLine(words, 110),
    datePublished: post.createdAt,
    ...(post.editedAt ? { dateModified: post.editedAt } : {}),
    isAccessibleForFree: !locked,
    author: { '@type': 'Person', name: author.name, url: new URL(`/@${author.handle}`, publicUrl).href },
    ...(image ? { image: new URL(image, publicUrl).href } : {}),
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/LikeAction',
      userInteractionCount: counts.likes,
    },
  }
  return {
    title: `${author.name}: ${locked ? 'a locked post' : oneLine(words, 60)} · CoreFans`,
    description: words,
    path,
    type: 'article',
    image: image ?? author.portraitUrl,
    chunk: 'post',
    ld,
  }
}

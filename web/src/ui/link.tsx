import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement>; now?: boolean; 'data-status'?: string }

/** The router marks every link to this page as current; only navigation may say so, once. `now` marks a tab. */
const Anchor = ({ 'aria-current': _current, 'data-status': _status, now, ...props }: Props) => (
  <a {...props} {...(now ? { 'aria-current': 'true' as const } : {})} />
)

export const Link = createLink(Anchor)

/** A way out of the house: of the profile's own making (`me`), or written by anyone (`ugc`). */
export const OutLink = ({ url, rel }: { url: string; rel: 'me' | 'ugc' }) => (
  <a className="link" href={url} target="_blank" rel={`${rel} nofollow noopener`}>
    {url.replace(/^(https?:\/\/(www\.)?|mailto:)|\/$/g, '').slice(0, 48)}
  </a>
)

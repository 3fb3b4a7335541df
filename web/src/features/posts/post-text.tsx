import { useState } from 'react'
import { LinkedText } from '../../ui/linked-text.tsx'

const isLong = (text: string): boolean => text.length > 440 || text.split('\n').length > 7

/** The words of a post: web addresses become links, and six lines are enough until somebody wants more. */
export function PostText({ text, whole = false }: { text: string; whole?: boolean }) {
  const [open, setOpen] = useState(false)
  const cut = !whole && !open && isLong(text)
  return (
    <>
      <p className={cut ? 'post-text post-cut' : 'post-text'} dir="auto">
        <LinkedText text={text} />
      </p>
      {cut && (
        <button type="button" className="link post-more-text" onClick={() => setOpen(true)}>
          See more
        </button>
      )}
    </>
  )
}

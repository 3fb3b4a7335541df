import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { emptyPoll, PollEditor } from '../polls/index.ts'
import { AudienceChoice } from './audience-choice.tsx'
import { type Draft, draftOf, dropDraft, keepDraft, keptDraft, whyNotPublish } from './draft.ts'
import { MediaStrip } from './media-strip.tsx'
import { usePublish } from './use-publish.ts'
import { type Uploads, useUploads } from './use-uploads.ts'

type Props = { onClose: () => void; editing?: PostView }

/** Writes a new post, or changes one. What is written survives a closed tab. */
export function ComposerDialog({ onClose, editing }: Props) {
  const [draft, setDraft] = useState<Draft>(() => (editing ? draftOf(editing) : keptDraft()))
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const at = useUploads(draft.pending, (one) => setDraft((now) => ({ ...now, media: [...now.media, one].slice(0, limits.postMedia) })))
  const pending = at.uploads.flatMap(({ id, name }) => (id ? [{ id, name }] : []))
  const publish = usePublish(editing, () => {
    if (!editing) dropDraft(draft)
    onClose()
  })
  useEffect(() => {
    if (!editing) keepDraft({ ...draft, pending })
  })
  const room = limits.postMedia - draft.media.length - at.uploads.length
  const whyNot = publish.isPending ? 'Publishing …' : whyNotPublish(draft, isComing(at), Boolean(editing?.poll))
  return (
    <Dialog
      title={editing ? 'Edit post' : 'New post'}
      onClose={onClose}
      footer={<Foot whyNot={whyNot} label={editing ? 'Save' : 'Post'} length={draft.text.length} onPublish={() => publish.mutate(draft)} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting files are shortcuts to the button below */}
      <div className="post-composer" {...filesGiven((files) => at.add(files.slice(0, Math.max(0, room))))}>
        <AudienceChoice audience={draft.audience} price={draft.price} onChange={set} />
        <Words text={draft.text} onChange={(text) => set({ text })} asks={Boolean(draft.poll)} />
        <MediaStrip media={draft.media} at={at} onChange={(media) => set({ media })} />
        {draft.poll && <PollEditor poll={draft.poll} onChange={(poll) => set({ poll })} onRemove={() => set({ poll: null })} />}
        <Tools room={room} mayPoll={!draft.poll && !editing} onFiles={at.add} onPoll={() => set({ poll: emptyPoll })} />
      </div>
    </Dialog>
  )
}

/** What failed stands in nobody's way; the rest is waited for. */
const isComing = ({ uploads }: Uploads): boolean => uploads.some(({ state }) => state !== 'failed')

/** Files that are dropped on the composer, or pasted into it. */
const filesGiven = (take: (files: File[]) => void) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault()
  },
  onDrop: (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    take([...event.dataTransfer.files])
  },
  onPaste: (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    take([...event.clipboardData.files])
  },
})

function Words({ text, onChange, asks }: { text: string; onChange: (text: string) => void; asks: boolean }) {
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = ref.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  })
  return (
    <textarea
      ref={ref}
      className="post-composer-text"
      aria-label={asks ? 'Question of your poll' : 'Text of your post'}
      placeholder={asks ? 'Ask a question' : 'Say something only you can say'}
      dir="auto"
      rows={3}
      value={text}
      data-autofocus
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type ToolsProps = { room: number; mayPoll: boolean; onFiles: (files: File[]) => void; onPoll: () => void }

function Tools({ room, mayPoll, onFiles, onPoll }: ToolsProps) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])].slice(0, room))
    event.target.value = ''
  }
  return (
    <div className="post-composer-tools">
      <input ref={input} type="file" accept="image/*,video/*,audio/*,.mov,.flac,.m4a" multiple hidden onChange={chosen} />
      <button type="button" className="btn ghost slim" disabled={room <= 0} onClick={() => input.current?.click()}>
        <Icon name="image" size="sm" />
        Media
      </button>
      {mayPoll && (
        <button type="button" className="btn ghost slim" onClick={onPoll}>
          <Icon name="poll" size="sm" />
          Poll
        </button>
      )}
    </div>
  )
}

const Foot = ({ whyNot, label, length, onPublish }: { whyNot: string | null; label: string; length: number; onPublish: () => void }) => (
  <>
    <span className="post-composer-count num" data-over={length > limits.postText}>
      {length > 0 && `${length.toLocaleString('en')} / ${limits.postText.toLocaleString('en')}`}
    </span>
    <span className="post-composer-why" role="status">
      {whyNot}
    </span>
    <button type="button" className="btn pri" disabled={whyNot !== null} title={whyNot ?? undefined} onClick={onPublish}>
      {label}
    </button>
  </>
)

import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { emptyPoll, PollEditor } from '../polls/index.ts'
import { AudienceChoice } from './audience-choice.tsx'
import { type Draft, draftOf, dropDraft, keepDraft, keptDraft, whyNotPublish } from './draft.ts'
import { ImageStrip } from './image-strip.tsx'
import { usePublish } from './use-publish.ts'
import { useUploads } from './use-uploads.ts'

type Props = { onClose: () => void; editing?: PostView }

/** Writes a new post, or changes one. What is written survives a closed tab. */
export function ComposerDialog({ onClose, editing }: Props) {
  const [draft, setDraft] = useState<Draft>(() => (editing ? draftOf(editing) : keptDraft()))
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const { uploads, add } = useUploads((image) => setDraft((now) => ({ ...now, images: [...now.images, image].slice(0, limits.postMedia) })))
  const publish = usePublish(editing, () => {
    if (!editing) dropDraft(draft.audience)
    onClose()
  })
  useEffect(() => {
    if (!editing) keepDraft(draft)
  }, [draft, editing])
  const whyNot = publish.isPending ? 'Publishing …' : whyNotPublish(draft, uploads.length > 0, Boolean(editing?.poll))
  return (
    <Dialog
      title={editing ? 'Edit post' : 'New post'}
      onClose={onClose}
      footer={<Foot whyNot={whyNot} label={editing ? 'Save' : 'Post'} length={draft.text.length} onPublish={() => publish.mutate(draft)} />}
    >
      <div className="post-composer">
        <AudienceChoice audience={draft.audience} onChange={(audience) => set({ audience })} />
        <Words text={draft.text} onChange={(text) => set({ text })} asks={Boolean(draft.poll)} />
        <ImageStrip images={draft.images} uploads={uploads} onChange={(images) => set({ images })} />
        {draft.poll && <PollEditor poll={draft.poll} onChange={(poll) => set({ poll })} onRemove={() => set({ poll: null })} />}
        <Tools
          room={limits.postMedia - draft.images.length - uploads.length}
          mayPoll={!draft.poll && !editing}
          onFiles={add}
          onPoll={() => set({ poll: emptyPoll })}
        />
      </div>
    </Dialog>
  )
}

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
      <input ref={input} type="file" accept="image/*" multiple hidden onChange={chosen} />
      <button type="button" className="btn ghost slim" disabled={room <= 0} onClick={() => input.current?.click()}>
        <Icon name="image" size="sm" />
        Images
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

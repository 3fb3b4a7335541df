import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { useMe } from '../../lib/session.ts'
import { useTopic } from '../../lib/topics.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { toast } from '../../ui/toast.ts'
import { NeedsAccount } from '../accounts/index.ts'
import { OnAir, type OnAirStream } from './on-air.tsx'
import { type Plan, Preflight } from './preflight.tsx'
import { useCapture } from './use-capture.ts'

/** From the camera to everybody, in one page. */
export const GoLivePage = () => (
  <>
    <PageHeader title="Go live" back />
    <NeedsAccount why="to go live">
      <Broadcast />
    </NeedsAccount>
  </>
)

function Broadcast() {
  const me = useMe()
  const capture = useCapture()
  const [plan, setPlan] = useState<Plan>({ title: '', audience: 'public' })
  const [stream, setStream] = useState<OnAirStream | null>(null)
  const [isOver, setOver] = useState(false)
  useTopic(stream && `stream:${stream.id}`)
  const start = useMutation({
    mutationFn: () => api('POST /api/streams', { title: plan.title, audience: plan.audience }),
    onSuccess: setStream,
  })
  const end = useMutation({
    mutationFn: (streamId: string) => api('POST /api/streams/:streamId/end', { streamId }),
    onSuccess: () => {
      setStream(null)
      setOver(true)
      capture.stop()
    },
    onError: (error) => toast(sentenceOf(error)),
  })
  if (isOver)
    return (
      <Blank title="You are off air">
        <p className="muted">Camera and microphone are off. Well done.</p>
        <button type="button" className="btn sec" onClick={() => setOver(false)}>
          Go live again
        </button>
      </Blank>
    )
  if (stream && capture.media && me)
    return (
      <OnAir
        stream={stream}
        handle={me.handle}
        media={capture.media}
        isMirrored={capture.chosen.source === 'camera'}
        onEnd={() => end.mutate(stream.id)}
      />
    )
  return (
    <Preflight
      plan={plan}
      capture={capture}
      isStarting={start.isPending}
      error={start.error ? sentenceOf(start.error) : null}
      onPlan={setPlan}
      onStart={() => start.mutate()}
    />
  )
}

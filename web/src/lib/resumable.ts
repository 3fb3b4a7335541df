import type { Upload } from 'tus-js-client'
import { spokenFor } from './api.ts'
import { type ApiProblem, offline, toProblem } from './problem.ts'

/** One piece: small enough for a slow line to send within a minute. */
const pieceBytes = 8 * 1024 * 1024
const retriesMs = [0, 1_000, 3_000, 5_000, 10_000]

type Told = {
  /** Known as soon as the server knows the upload, and again when one of before goes on. */
  onId: (mediaId: string) => void
  /** How much of it is there, 0–1. */
  onShare: (share: number) => void
  onDone: () => void
  onFailed: (problem: ApiProblem) => void
}
export type Resumable = {
  pause: () => void
  goOn: () => void
  /** Ends it and forgets what came. */
  cancel: () => Promise<void>
}

/** Sends a file in pieces by tus. A file that was begun before, in this browser, goes on where it stands. */
export async function sendResumable(file: File, told: Told): Promise<Resumable> {
  const tus = await import('tus-js-client')
  const upload: Upload = new tus.Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: pieceBytes,
    retryDelays: retriesMs,
    headers: spokenFor('POST /api/media'),
    metadata: { filetype: file.type || 'application/octet-stream' },
    removeFingerprintOnSuccess: true,
    onUploadUrlAvailable: () => told.onId(upload.url?.split('/').at(-1) ?? ''),
    onProgress: (sent, total) => told.onShare(total > 0 ? sent / total : 1),
    onSuccess: told.onDone,
    onError: (error) => told.onFailed(problemOf(error)),
  })
  const [before] = await upload.findPreviousUploads()
  if (before) upload.resumeFromPreviousUpload(before)
  upload.start()
  return {
    pause: () => void upload.abort(),
    goOn: () => upload.start(),
    cancel: () => upload.abort(true),
  }
}

type Answered = {
  originalResponse?: { getStatus: () => number; getBody: () => string; getHeader: (name: string) => string | undefined } | null
}
function problemOf(error: Error): ApiProblem {
  const { originalResponse: answer } = error as Answered
  return answer ? toProblem(answer.getStatus(), answer.getBody(), answer.getHeader('x-request-id') ?? null) : offline()
}

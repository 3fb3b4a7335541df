import type { Api } from '@corefans/shared/api.ts'
import { spokenFor } from './api.ts'
import { offline, toProblem } from './problem.ts'

type Media = Api['POST /api/media']['output']

/** Sends one image and tells how far it is (0–1). XHR, because fetch reports no upload progress. */
export function uploadImage(file: Blob, onProgress: (share: number) => void, signal?: AbortSignal): Promise<Media> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/media')
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    for (const [name, value] of Object.entries(spokenFor('POST /api/media'))) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(offline())
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Media)
      else reject(toProblem(request.status, request.responseText, request.getResponseHeader('x-request-id')))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

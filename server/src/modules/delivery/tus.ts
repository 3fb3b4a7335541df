/** Uploads in pieces by tus 1.0: `@tus/server` speaks the protocol, and `media` says what may begin and what becomes of it. */
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Server, type Upload } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Ctx, me, readOn } from '../../kernel/ctx.ts'
import { isFull, Problem } from '../../kernel/errors.ts'
import type { Host } from '../../kernel/host.ts'
import { http } from '../../kernel/problems.ts'
import {
  beginUpload,
  failUpload,
  finishUpload,
  forgetMedia,
  headOf,
  looksLikeAv,
  type MediaPorts,
  maxUploadBytes,
  mediaProblem,
  ownUpload,
  sniffImage,
} from '../media/index.ts'
import { announcedOf } from './rules.ts'
import { UploadStore } from './upload-store.ts'

export const uploadsPath = '/api/uploads'
const version = '1.0.0'
type Hooks = { host: Host; ports: MediaPorts; store: UploadStore; req: FastifyRequest; failed: (err: unknown) => void }

/** Answers one request of the protocol. Refusals are problems as everywhere; the protocol's own become ours by their status. */
export function tusHandler(host: Host, ports: MediaPorts): (req: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const store = new UploadStore(ports.blobs.uploads)
  const requests = new WeakMap<Request, Hooks>()
  const server = serverOn(store, (request) => requests.get(request) as Hooks)
  return async (req, reply) => {
    if (req.headers['tus-resumable'] !== version) {
      void reply.header('tus-version', version)
      throw mediaProblem['not-tus']()
    }
    const request = webRequest(req, host.config.publicUrl)
    let cause: unknown = null
    requests.set(request, {
      host,
      ports,
      store,
      req,
      failed: (err) => {
        cause = err
      },
    })
    const answer = await server.handleWeb(request)
    if (answer.status >= 400) throw problemOf(answer.status, cause)
    if (req.method === 'HEAD') await finishIfWhole({ host, req }, answer.headers)
    return reply.code(answer.status).headers(Object.fromEntries(answer.headers)).header('cache-control', 'no-store').send()
  }
}

function webRequest(req: FastifyRequest, publicUrl: string): Request {
  const hasBody = req.method === 'POST' || req.method === 'PATCH'
  const headers = Object.entries(req.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const body = hasBody ? { body: Readable.toWeb(req.raw) as ReadableStream, duplex: 'half' } : {}
  return new Request(new URL(req.url, publicUrl), { method: req.method, headers, ...body } as RequestInit)
}

function serverOn(store: UploadStore, hooksOf: (request: Request) => Hooks): Server {
  return new Server({
    path: uploadsPath,
    datastore: store,
    maxSize: maxUploadBytes,
    allowedOrigins: [],
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => crypto.randomUUID(),
    onIncomingRequest: (request, id) => mayGoOn(hooksOf(request as Request), id),
    onUploadCreate: async (request, upload) => {
      await inTransaction(hooksOf(request as Request), (ctx) =>
        beginUpload(ctx, { id: upload.id, ...announcedOf(upload.size, upload.metadata) }),
      )
      return {}
    },
    onUploadFinish: async (request, { id }: Upload) => {
      await inTransaction(hooksOf(request as Request), (ctx) => finishUpload(ctx, id))
      return {}
    },
    onResponseError: (request, err) => {
      hooksOf(request as Request).failed(err)
      return undefined
    },
  })
}

const inTransaction = ({ host, req }: Pick<Hooks, 'host' | 'req'>, run: (ctx: Ctx) => Promise<void>) => host.transact(req.caller, run)

/** Whose upload it is, and whether it may go on; asked before each piece. */
async function mayGoOn(hooks: Hooks, id: string): Promise<void> {
  const { host, req } = hooks
  const read = readOn(host, req.caller)
  me(read)
  if (req.method === 'POST') return
  const asset = await ownUpload(read, id)
  if (req.method === 'DELETE') {
    if (asset.state === 'uploading') await inTransaction(hooks, async (ctx) => void (await forgetMedia(ctx, id)))
    return
  }
  if (asset.state === 'failed') throw mediaProblem['upload-gone']()
  if (req.method === 'PATCH' && Number(req.headers['upload-offset'] ?? 0) > 0) await mustBeginAsMedia(hooks, asset)
}

/** From its second piece on, an upload whose first bytes may become nothing fails at once, and not when all of it has come. */
async function mustBeginAsMedia(hooks: Hooks, asset: { id: string; ownerId: string }): Promise<void> {
  const head = await headOf(join(hooks.ports.blobs.uploads, asset.id)).catch(() => null)
  if (!head || head.length < 16 || looksLikeAv(head) || sniffImage(head)) return
  const refusal = mediaProblem['not-media']()
  await inTransaction(hooks, (ctx) => failUpload(ctx, asset, refusal.code))
  throw refusal
}

/** The bytes were whole when a process died before it could say so: whoever asks how far the upload is sets it going. */
async function finishIfWhole({ host, req }: Pick<Hooks, 'host' | 'req'>, headers: Headers): Promise<void> {
  const { id } = req.params as { id: string }
  if (headers.get('upload-offset') === headers.get('upload-length')) await inTransaction({ host, req }, (ctx) => finishUpload(ctx, id))
}

const byStatus: Readonly<Record<number, () => Problem>> = {
  404: mediaProblem.unknown,
  409: mediaProblem['offset-conflict'],
  410: mediaProblem['upload-gone'],
  413: mediaProblem['upload-too-large'],
  // An extension of the protocol that is not spoken here.
  501: http['bad-request'],
}

function problemOf(status: number, cause: unknown): unknown {
  if (cause instanceof Problem) return cause
  if (isFull(cause)) return http['storage-full']()
  return byStatus[status]?.() ?? (status < 500 ? http['bad-request']() : cause)
}

/** Runs as its own process: a file that breaks the demuxer, or never ends, breaks this and not the server. Asked and answered by message. */
import { isFull } from '../../kernel/errors.ts'
import { type Remuxed, type RemuxRefusal, remux } from './remux.ts'

export type AvJob = { file: string; directory: string }
export type AvAnswer = Remuxed | { refused: RemuxRefusal | 'too-slow' | 'storage-full' }

const refusalOf = (err: unknown): AvAnswer => ({ refused: isFull(err) ? 'storage-full' : 'broken' })

process.on('message', ({ file, directory }: AvJob) => {
  void remux(file, directory)
    .catch(refusalOf)
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())

import { comments as contracts } from '@corefans/shared/contracts/index.ts'
import { me, nobody } from '../../kernel/ctx.ts'
import { groupCommit } from '../../kernel/group-commit.ts'
import type { Host } from '../../kernel/host.ts'
import { deleteComment, editComment, restoreComment } from './change-comment.ts'
import { changeThread, readThread } from './decide-thread.ts'
import { listComments, readComment } from './read.ts'
import { viewFresh } from './view.ts'
import { type Draft, type Written, writeComment, writeComments } from './write-comments.ts'

export function routes(host: Host): void {
  const { mount, transact } = host
  let arrived = 0
  // Each comment is a thing of its own: the key is the order in which they came.
  const join = groupCommit<Draft & { nth: number }, Written | Error>({
    max: 500,
    keyOf: ({ nth }) => String(nth).padStart(16, '0'),
    run: (drafts) => transact(nobody, (ctx) => writeComments(ctx, drafts)),
  })
  mount.query(contracts.listComments, listComments(host))
  mount.batchedCommand(
    contracts.createComment,
    async (read, { postId, parentId, text }) => {
      const written = await join({ subjectId: postId, parentId, text, authorId: me(read), nth: arrived++ })
      if (written instanceof Error) throw written
      return viewFresh(read, host, written.ownerId, written.row)
    },
    writeComment(host),
  )
  mount.query(contracts.readComment, readComment(host))
  mount.command(contracts.editComment, editComment(host))
  mount.command(contracts.deleteComment, deleteComment(host))
  mount.command(contracts.restoreComment, restoreComment(host))
  mount.query(contracts.readThread, readThread(host))
  mount.command(contracts.changeThread, changeThread(host))
}

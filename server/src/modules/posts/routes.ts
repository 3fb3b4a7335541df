import { posts as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { deletePost, restorePost } from './delete-post.ts'
import { listProfilePosts, listRevisions, readPost } from './read.ts'
import { createPost, editPost } from './write-post.ts'

export function routes({ mount, chain }: Host): void {
  mount.command(contracts.createPost, createPost(chain))
  mount.query(contracts.readPost, readPost(chain))
  mount.command(contracts.editPost, editPost(chain))
  mount.command(contracts.deletePost, deletePost)
  mount.command(contracts.restorePost, restorePost(chain))
  mount.query(contracts.listRevisions, listRevisions(chain))
  mount.query(contracts.listProfilePosts, listProfilePosts(chain))
}

import { posts as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { deletePost, restorePost } from './delete-post.ts'
import { listProfilePosts, listRevisions, readPost } from './read.ts'
import { createPost, editPost } from './write-post.ts'

export function routes(host: Host): void {
  const { mount } = host
  mount.command(contracts.createPost, createPost(host))
  mount.query(contracts.readPost, readPost(host))
  mount.command(contracts.editPost, editPost(host))
  mount.command(contracts.deletePost, deletePost)
  mount.command(contracts.restorePost, restorePost(host))
  mount.query(contracts.listRevisions, listRevisions)
  mount.query(contracts.listProfilePosts, listProfilePosts(host))
}

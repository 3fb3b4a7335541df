export type PostPublished = { type: 'post.published'; postId: string; authorId: string }
export type PostEdited = { type: 'post.edited'; postId: string; authorId: string }
export type PostDeleted = { type: 'post.deleted'; postId: string; authorId: string }
export type PostRestored = { type: 'post.restored'; postId: string; authorId: string }

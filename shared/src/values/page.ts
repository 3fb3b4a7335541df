import { z } from 'zod'

export const maxPage = 50

/** The two fields of every list. A cursor is opaque; one that we did not write answers 422. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(maxPage).default(20),
  cursor: z.string().min(1).max(200).optional(),
}
export type PageInput = { limit: number; cursor?: string | undefined }

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })
export type Page<T> = { items: T[]; nextCursor: string | null }

import type { ActingRoute } from './api.ts'

/** The header by which a member of a team says for which account a call is made. */
export const actingAsHeader = 'x-acting-as'
/** The same in an address, for what a browser asks for by itself and so without headers: pictures and downloads. */
export const actingAsQuery = 'acting-as'

/**
 * The calls whose contracts allow it (`actFor`), as a browser needs to know them without loading the contracts. The
 * compiler keeps both equal: a route that is missing here, or that no contract allows, does not compile.
 */
const actingRoutes: Readonly<Record<ActingRoute, true>> = {
  'POST /api/posts': true,
  'GET /api/posts/:postId': true,
  'PATCH /api/posts/:postId': true,
  'DELETE /api/posts/:postId': true,
  'POST /api/posts/:postId/restore': true,
  'GET /api/posts/:postId/revisions': true,
  'GET /api/posts/:postId/comments': true,
  'POST /api/posts/:postId/comments': true,
  'GET /api/posts/:postId/thread': true,
  'PATCH /api/posts/:postId/thread': true,
  'GET /api/comments/:commentId': true,
  'PATCH /api/comments/:commentId': true,
  'DELETE /api/comments/:commentId': true,
  'POST /api/comments/:commentId/restore': true,
  'PUT /api/blocks/:handle': true,
  'DELETE /api/blocks/:handle': true,
  'PUT /api/mutes/:handle': true,
  'DELETE /api/mutes/:handle': true,
  'GET /api/me/blocks': true,
  'GET /api/me/mutes': true,
  'GET /api/messages/threads': true,
  'POST /api/messages/threads': true,
  'GET /api/messages/threads/:threadId': true,
  'GET /api/messages/threads/:threadId/messages': true,
  'POST /api/messages/threads/:threadId/messages': true,
  'PUT /api/messages/threads/:threadId/read': true,
  'POST /api/messages/threads/:threadId/accept': true,
  'POST /api/messages/threads/:threadId/leave': true,
  'POST /api/messages/threads/:threadId/typing': true,
  'PATCH /api/messages/:messageId': true,
  'DELETE /api/messages/:messageId': true,
  'PUT /api/messages/:messageId/reactions/:emoji': true,
  'DELETE /api/messages/:messageId/reactions/:emoji': true,
  'POST /api/media': true,
  'GET /api/media/:mediaId': true,
  'PATCH /api/media/:mediaId': true,
  'DELETE /api/media/:mediaId': true,
  'GET /api/profiles/:handle': true,
  'GET /api/profiles/:handle/posts': true,
  'PATCH /api/me/profile': true,
  'PUT /api/me/tiers/:tierId': true,
  'GET /api/me/tips': true,
  'GET /api/me/purchases': true,
  'GET /api/me/passes': true,
  'GET /api/me/portfolio': true,
  'GET /api/me/statement': true,
  'GET /api/me/studio': true,
  'POST /api/streams': true,
  'GET /api/streams/:streamId': true,
  'GET /api/profiles/:handle/stream': true,
  'POST /api/streams/:streamId/end': true,
  'GET /api/streams/:streamId/chat': true,
}

/** Whether a call may be made for an account that one only helps to run. */
export const mayActOn = (route: string): boolean => Object.hasOwn(actingRoutes, route)

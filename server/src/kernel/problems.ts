import { problems } from './errors.ts'

/** Problems that any call may answer. */
export const http = problems('http', {
  'bad-json': [400, 'The body is not JSON'],
  'bad-request': [400, 'The request cannot be read'],
  'sign-in-required': [401, 'Sign in first'],
  'foreign-origin': [403, 'Another site may not make this call'],
  'not-allowed': [403, 'This account may not do that'],
  unknown: [404, 'There is nothing at this address'],
  'another-account': [409, 'This page shows another account than the one that is signed in; load it again'],
  'idempotency-conflict': [409, 'The Idempotency-Key was used for another request'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'Send application/json'],
  misdirected: [421, 'This world is not called so; ask for it at its own address'],
  'invalid-input': [422, 'The request does not fit its contract'],
  'bad-cursor': [422, 'The cursor is not one of ours'],
  'idempotency-key-required': [422, 'Money calls need an Idempotency-Key header'],
  'too-many-requests': [429, 'Too many requests; slow down'],
  fault: [500, 'Something broke on our side'],
  'storage-full': [507, 'There is no room left for this; it was not kept'],
  unavailable: [503, 'A part of CoreFans is not available; try again in a moment'],
})

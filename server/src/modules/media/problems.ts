import { problems } from '../../kernel/errors.ts'

export const problem = problems('media', {
  unknown: [404, 'There is no such media'],
  'not-an-image': [415, 'These bytes are not a JPEG, PNG, WebP, GIF or AVIF image'],
  'too-large': [413, 'An image may have at most 20 MB'],
  'too-slow': [422, 'The picture takes too long to read'],
  'too-many-pixels': [422, 'An image may have at most 50 megapixels and 16,000 pixels a side'],
  'no-such-range': [416, 'The file ends before these bytes'],
})

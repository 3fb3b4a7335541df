import { problems } from '../../kernel/errors.ts'

export const problem = problems('media', {
  unknown: [404, 'There is no such media'],
  'not-an-image': [415, 'These bytes are not a JPEG, PNG, WebP, GIF or AVIF image'],
  'too-large': [413, 'An image may have at most 20 MB'],
  'too-slow': [422, 'The picture takes too long to read'],
  'too-many-pixels': [422, 'An image may have at most 50 megapixels and 16,000 pixels a side'],
  'not-media': [415, 'These bytes are no video, sound or picture that CoreFans knows'],
  'not-playable': [422, 'No browser plays the codecs in this file: save it as H.264 with AAC, or as MP3'],
  broken: [422, 'The file is broken or cut off'],
  'too-long': [422, 'A video or sound may last at most 12 hours'],
  'upload-too-large': [413, 'A file may have at most 4 GB'],
  'no-room': [413, 'Your account has no room left for this file; delete what you no longer need'],
  'too-many-uploads': [429, 'Too many uploads are on their way; finish or cancel some'],
  'offset-conflict': [409, 'The upload stands elsewhere; ask how far it is and go on from there'],
  'upload-gone': [410, 'This upload was not finished within a day and is gone; begin again'],
  'not-tus': [412, 'Uploads speak tus 1.0; send Tus-Resumable: 1.0.0'],
  interrupted: [422, 'The upload or the work on it was interrupted; send it again'],
  'no-such-range': [416, 'The file ends before these bytes'],
})

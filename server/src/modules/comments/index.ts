export { changeThread } from './decide-thread.ts'
export { install } from './install.ts'
export { excerptOf } from './read.ts'
export { writeComment, writeComments } from './write-comments.ts'

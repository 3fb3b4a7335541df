export {
  attachMedia,
  describeMedia,
  kindsOf,
  mediaOf,
  readMedia,
  renditionOf,
  stateOfMedia,
  useAsFace,
} from './attach-media.ts'
export { avProcesses } from './av.ts'
export { type Images, imageProcesses } from './images.ts'
export { install } from './install.ts'
export { keepImage, type MediaPorts } from './keep-image.ts'
export { blobKey, dropBytes, makeAsset } from './make-asset.ts'
export { mediaUrl, shownOf } from './present.ts'
export { problem as mediaProblem } from './problems.ts'
export { headOf } from './process-upload.ts'
export { looksLikeAv, maxUploadBytes, uploadLifeMs } from './remux-rules.ts'
export { maxImageBytes, sniffImage } from './rules.ts'
export { beginUpload, failUpload, finishUpload, forgetMedia, ownUpload } from './take-upload.ts'
export type { AssetKind, MediaRow } from './types.ts'

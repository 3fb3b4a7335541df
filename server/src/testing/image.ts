import sharp from 'sharp'

/** A small picture with a colour of its own. */
export const aPicture = (red = 200, size = { width: 64, height: 48 }): Promise<Buffer> =>
  sharp({ create: { ...size, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .png()
    .toBuffer()

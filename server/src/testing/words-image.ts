import sharp from 'sharp'

/** Letters of 5 by 7 dots, row by row: drawn here, so that the pictures are the same on every machine. */
const letters: Record<string, string> = {
  A: '01110100011000111111100011000110001',
  B: '11110100011000111110100011000111110',
  C: '01111100001000010000100001000001111',
  E: '11111100001000011110100001000011111',
  I: '11111001000010000100001000010011111',
  L: '10000100001000010000100001000011111',
  M: '10001110111010110001100011000110001',
  N: '10001110011010110011100011000110001',
  O: '01110100011000110001100011000101110',
  T: '11111001000010000100001000010000100',
}

/** A picture full of words, black on white, along its longest side: a tall one shows them turned by 90 degrees. */
export function aPictureOfWords(text: string, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const dot = Math.max(1, Math.floor(short / 8))
  const inkAt = (along: number, down: number): boolean => {
    const column = Math.floor(along / dot)
    const row = Math.floor(down / dot)
    const letter = letters[text[Math.floor(column / 6) % text.length] as string] as string
    return column % 6 < 5 && row < 7 && letter[row * 5 + (column % 6)] === '1'
  }
  const pixels = Buffer.alloc(width * height * 3, 255)
  for (let along = 0; along < long; along++)
    for (let down = 0; down < short; down++) {
      if (!inkAt(along, down)) continue
      const [x, y] = height > width ? [short - 1 - down, along] : [along, down]
      pixels.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

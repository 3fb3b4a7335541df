import { problems } from '../../kernel/errors.ts'

export const problem = problems('safety', {
  yourself: [409, 'Nobody can block or mute themselves'],
})

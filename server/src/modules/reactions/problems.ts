import { problems } from '../../kernel/errors.ts'

export const problem = problems('reactions', { unknown: [404, 'There is nothing here to like'] })

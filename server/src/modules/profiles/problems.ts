import { problems } from '../../kernel/errors.ts'
import { violations } from '../../kernel/violations.ts'

export const problem = problems('profiles', {
  unknown: [404, 'There is nobody with this name'],
  'handle-taken': [409, 'Somebody has this handle'],
  'too-many-handles': [409, 'Five of your former handles are still kept for you'],
  yourself: [409, 'Nobody can follow themselves'],
})

violations({
  profiles_handle_key: problem['handle-taken'],
  handles_pkey: problem['handle-taken'],
})

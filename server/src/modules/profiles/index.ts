export { count } from './count.ts'
export { editProfile } from './edit-profile.ts'
export { follow } from './follow.ts'
export { install } from './install.ts'
export { namesOf } from './names.ts'
export {
  accountNamed,
  accountsByHandle,
  anyAccountNamed,
  followsAmong,
  handleOf,
  hidersAmong,
  type Named,
  peopleOf,
  readProfile,
} from './read.ts'
export { reconcile } from './reconcile.ts'

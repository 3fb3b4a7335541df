export { BlockDialog } from './block-dialog.tsx'
export { live } from './live.ts'
export { ShunItems } from './shun-items.tsx'
export { BlockedList, MutedList } from './shunned-list.tsx'

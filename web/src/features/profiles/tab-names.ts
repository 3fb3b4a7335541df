export const tabNames = ['posts', 'images', 'polls', 'passes', 'about'] as const
export type Tab = (typeof tabNames)[number]

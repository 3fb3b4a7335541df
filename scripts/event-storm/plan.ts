/** Subscribers of the storm: each must handle every act once, in the order of the log. */
export const subscriberNames = ['storm.first', 'storm.second', 'storm.third', 'storm.fourth'] as const
/** Whose topic the acts are heard on. */
export const topicOwner = 'storm'
/** How often a handler throws, each time it is asked, before and after its write. */
export const chance = { fails: 0.01 }

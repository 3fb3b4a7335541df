import type * as accounts from './accounts.ts'
import type * as comments from './comments.ts'
import type * as live from './live.ts'
import type * as market from './market.ts'
import type * as media from './media.ts'
import type * as messages from './messages.ts'
import type * as notifications from './notifications.ts'
import type * as passes from './passes.ts'
import type * as payments from './payments.ts'
import type * as polls from './polls.ts'
import type * as posts from './posts.ts'
import type * as profiles from './profiles.ts'
import type * as reactions from './reactions.ts'
import type * as safety from './safety.ts'
import type * as teams from './teams.ts'
import type * as tokens from './tokens.ts'

/** Every domain event of the house. A new kind is added here, so that nothing travels untyped. */
export type DomainEvent =
  | accounts.AccountCreated
  | accounts.SessionsRevoked
  | accounts.WalletsChanged
  | accounts.CredentialsChanged
  | media.MediaDescribed
  | media.MediaChanged
  | profiles.ProfileEdited
  | profiles.ProfileFollowed
  | profiles.ProfileUnfollowed
  | profiles.ProfileCounted
  | posts.PostPublished
  | posts.PostEdited
  | posts.PostDeleted
  | posts.PostRestored
  | reactions.SubjectLiked
  | reactions.SubjectUnliked
  | comments.CommentsAdded
  | comments.CommentEdited
  | comments.CommentDeleted
  | comments.CommentRestored
  | comments.ThreadChanged
  | comments.BadgesChanged
  | safety.PersonShunned
  | polls.PollTallied
  | polls.PollClosed
  | passes.TierChanged
  | passes.PassMinted
  | passes.PassRenewed
  | passes.PassTransferred
  | passes.PassUsed
  | passes.AccessChanged
  | payments.TipSeen
  | payments.TipReversed
  | payments.PaymentSettled
  | payments.PaymentReversed
  | teams.TeamChanged
  | teams.TeamInvited
  | tokens.TokenChanged
  | tokens.TokenPromised
  | tokens.LaunchChanged
  | live.StreamChanged
  | live.StreamWatched
  | live.StreamTalked
  | live.StreamRefused
  | market.ListingChanged
  | market.OfferChanged
  | market.OfferMade
  | market.PassSold
  | market.SaleSeen
  | messages.MessagesSent
  | messages.MessageChanged
  | messages.ThreadRead
  | messages.ThreadsChanged
  | notifications.NotificationAdded
  | notifications.NotificationsRead

export type EventType = DomainEvent['type']
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>

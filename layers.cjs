// Who may know whom. A module imports only modules on lower layers; upward, facts travel as domain events.
const layers = [
  ['accounts', 'media'], // media stores and processes bytes; it has no routes
  ['safety'], // blocks and mutes; word lists with check() come here
  ['profiles', 'ledger'], // profiles with follows
  ['presence', 'teams', 'tokens', 'passes'], // teams with splits
  ['access', 'market', 'payments'], // access: subjects, gates, grants; payments: promises and what the chain says of them
  ['delivery', 'purchases', 'reactions', 'polls'], // delivery: every byte route; purchases: pay-once (pay-per-view, tickets), a purpose of payments
  ['comments', 'perks', 'collections', 'tips'], // collections: bookmarks, lists; tips: a purpose of payments, and what nobody promised
  ['posts', 'live', 'meetups', 'messages'],
  ['avatars', 'feed'],
  ['notifications', 'search', 'moderation', 'portfolio', 'growth', 'studio', 'admin'], // moderation: reports, decisions, takedowns; growth: referrals, tracking
]

const dir = (names) => `^server/src/modules/(${names.join('|')})/`
const law = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: dir(from) }, to: { path: dir(to) } })

const laws = layers.flatMap((here, i) => {
  const above = layers.slice(i + 1).flat()
  const down = above.length ? [law(`layer-${i + 1}-looks-down`, here, above, 'Reach upward with an event, not an import.')] : []
  const apart = here.map((one) => [one, here.filter((other) => other !== one)]).filter(([, peers]) => peers.length)
  return [
    ...down,
    ...apart.map(([one, peers]) =>
      law(`layer-${i + 1}-peers-apart`, [one], peers, 'Peers on one layer meet through events or on a lower layer.'),
    ),
  ]
})

module.exports = { layers, laws }

export { PeopleSearch } from './people-search.tsx'
export { Promoted } from './promoted.tsx'
export { promotedQuery, suggestionsQuery } from './queries.ts'
export { Suggestions } from './suggestions.tsx'

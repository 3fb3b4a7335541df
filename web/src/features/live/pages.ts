// One chunk: these pages share the connection and the chat.
export { GoLivePage } from './go-live-page.tsx'
export { StreamsPage } from './streams-page.tsx'
export { WatchPage } from './watch-page.tsx'

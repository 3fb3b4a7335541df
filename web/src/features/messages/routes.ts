import { createRoute } from '@tanstack/react-router'
import { page } from '../../lib/page.tsx'
import { under } from '../../lib/root-route.ts'
import { defined, oneOf } from '../../lib/search.ts'

const MessagesPage = page(() => import('./messages-page.tsx'), 'MessagesPage')
const validateSearch = (search: Record<string, unknown>) => defined({ folder: oneOf(search['folder'], ['requests'] as const) })

const messages = createRoute({ getParentRoute: under, path: '/messages', validateSearch, component: MessagesPage })
const thread = createRoute({ getParentRoute: under, path: '/messages/$threadId', validateSearch, component: MessagesPage })

export const routes = [messages, thread] as const

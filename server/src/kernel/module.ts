import type { Host } from './host.ts'

/**
 * How a module of the product enters a host: it registers routes, subscribers, jobs, work and topics, and nothing else.
 * What it answers, if anything, is called when the process stops.
 */
export type Install = (host: Host) => (() => void) | void

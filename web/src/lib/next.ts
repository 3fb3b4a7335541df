import { useLocation } from '@tanstack/react-router'

/** Where somebody is, with its query: after a sign-in they come back to it. */
export const useNext = (): string => useLocation({ select: (location) => location.href })

/** How long a stream waits for a publisher who is gone. */
export const graceS = 30
/** A stream that nobody ever published to is forgotten after this. */
export const unusedS = 3_600

/** The key of `Authorization: Bearer …` (RFC 6750 §2.1); null where there is none. */
export const bearerOf = (header: string | undefined): string | null => /^Bearer ([A-Za-z0-9_-]{16,64})$/i.exec(header ?? '')?.[1] ?? null

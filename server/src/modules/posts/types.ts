/** How many attachments of each kind a post has, by the names of its author's counters. */
export type MediaCounts = { images: number; videos: number; audio: number }

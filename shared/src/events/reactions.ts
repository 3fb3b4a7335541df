/** One batch of likes on one subject: the count after it, and who is new (at most 100 of them). */
export type SubjectLiked = { type: 'subject.liked'; subjectId: string; ownerId: string; likes: number; likerIds: string[] }
export type SubjectUnliked = { type: 'subject.unliked'; subjectId: string; ownerId: string; likes: number }

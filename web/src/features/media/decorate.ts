/** A still for a video, a waveform for a sound: made here, given to the asset. Its code comes when somebody uploads. */
export const decorate = async (file: File, mediaId: string): Promise<void> => (await import('./prepare.ts')).decorate(file, mediaId)

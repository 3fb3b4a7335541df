import { clip, picture, type Written } from '../written.ts'

/** The posts of Maya, who sings, oldest first. */
export const maya: Written[] = [
  {
    text: 'New here, old guitar. I write songs on the number 28 tram and finish them in the kitchen, where the acoustics are bad and the coffee is close.',
    pictures: [picture('city/tram')],
  },
  {
    text: 'Broke a string on the first song. Told the room a story while I changed it. The story got more applause than the song, so now it is in the set.',
    pictures: [picture('concert/guitar')],
  },
  {
    text: 'Rough mix of “Salt on the Window”. It still has the neighbour’s washing machine in the left channel. I may keep it; it is in time.',
    pictures: [picture('concert/studio')],
    clip: clip('salt-on-the-window.ogg', 'Salt on the Window, rough mix'),
  },
  { text: 'Which one goes on the record?', poll: { options: ['Salt on the Window', 'Eleven Steps', 'Leave the Light', 'Bread'], days: 5 } },
  {
    text: 'Backstage only: the voice memo where “Eleven Steps” was still a complaint about stairs.',
    for: 'pass',
    pictures: [picture('coffee/morning', 'A notebook with the first verse, coffee and a croissant on a pale table')],
    clip: clip('eleven-steps.ogg', 'Eleven Steps, the voice memo'),
  },
  { text: 'I practised the bridge forty times. Then I wrote another bridge. Now there are two bridges and no river.' },
  {
    text: 'Porto, you sang the harmony I was too shy to ask for. I stood there like a postcard.',
    pictures: [picture('concert/singer'), picture('city/bridge')],
  },
  { text: 'My mother’s review of the new single: “It is nice. Why is it sad. Are you eating.” Three stars.' },
  { text: 'Chords for “Leave the Light”, written by hand, with the mistake in bar nine that everyone now plays.', for: [1, 2] },
  {
    text: 'Today’s studio: six hours, one snare drum, a growing belief that snare drums are a matter of opinion.',
    pictures: [picture('concert/studio', 'The microphone and the desk after six hours with one drum')],
  },
  {
    text: 'Small-room tour in spring. Where would you come? Pick all that are honest.',
    poll: { options: ['Lisbon', 'Ghent', 'Leipzig', 'Glasgow', 'A boat, any boat'], days: 7, multiple: true },
  },
  { text: 'The boat is winning. I have started to learn about boats.', pictures: [picture('sky/clouds')] },
  {
    text: 'Followers get the demo first, because you were here when it was only a hum.',
    for: 'followers',
    pictures: [picture('concert/piano')],
  },
  { text: 'Found my first notebook. Page one says, in capitals, NO SONGS ABOUT RAIN. Page two is a song about rain.' },
  {
    text: 'Backstage holders choose the cover I learn for Thursday. I promise to be brave and to ask for the key that suits me.',
    poll: {
      options: ['Something by your mother’s favourite', 'A film theme', 'A lullaby', 'The one you hummed today'],
      days: 14,
      holdersOnly: true,
    },
  },
  {
    text: 'Thursday, nine o’clock, kitchen concert. Dress warm, I keep the window open for the tram.',
    clip: clip('kitchen-concert.webm', 'A guitar player on a small stage, sparks of light above the crowd'),
  },
]

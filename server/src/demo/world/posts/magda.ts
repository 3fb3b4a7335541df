import { picture, type Written } from '../written.ts'

/** The posts of Magda, who plays chess, oldest first. */
export const magda: Written[] = [
  {
    text: 'FIDE Master, club coach, mother of two pawns. I explain one position a day until it stops being scary.',
    pictures: [picture('chess/board')],
  },
  {
    text: 'White to move. If your first idea is to take the queen, your second idea is better.',
    pictures: [picture('chess/board', 'A chess diagram from above: the position of the day, White to move')],
  },
  {
    text: 'A knight on the rim is dim. A knight on the rim that cannot be chased away is a landlord.',
    pictures: [picture('chess/knight')],
  },
  {
    text: 'Your favourite way to lose?',
    poll: { options: ['On time, winning', 'A back-rank mate', 'Hanging the queen with pride', 'I resign to weather'], days: 3 },
  },
  { text: 'My daughter beat me today. She said “good game” in the voice I use. I have created a monster and the monster has manners.' },
  {
    text: 'Opening file for pass holders: the London without tears, 14 pages, three of them only about what NOT to memorise.',
    for: 'pass',
    pictures: [picture('chess/duel')],
  },
  {
    text: 'Endgames first. Nobody tells you to learn the goodbye before the hello, but it works in chess.',
    pictures: [picture('chess/pawn')],
  },
  { text: 'Played the park regulars. Lost to a man with a sandwich in each hand. He castled with his elbow.' },
  {
    text: 'Study room: I annotate your lost games. Twelve this week. Nine of them were lost before move ten, and all twelve had one brilliant idea.',
    for: [1],
    pictures: [picture('chess/board', 'A student’s game, stopped at the move where it turned')],
  },
  { text: 'Patience is not waiting. Patience is improving your worst piece while the other person waits.' },
  {
    text: 'Study Room, over to you: how long should our next club blitz be?',
    poll: { options: ['3 minutes, chaos', '5 minutes, opinions', '10 minutes, tea'], days: 28, holdersOnly: true },
  },
  {
    text: 'Followers get Sunday’s puzzle on Saturday. Mate in three, and the first move is quiet, like all rude things.',
    for: 'followers',
    pictures: [picture('chess/knight', 'The hero of Sunday’s puzzle: one white knight before the black pieces')],
  },
  {
    text: 'A ten-year-old asked why pawns cannot go back. The whole room went quiet and then we all sighed together.',
    pictures: [picture('chess/pawn', 'One pawn on a long board, walking forward, as it must')],
  },
  {
    text: 'Kira will cast my match on Saturday. I have asked her not to shout during zugzwang. She asked if zugzwang is a player.',
    pictures: [picture('chess/duel', 'Two kings before the match, neither willing to blink'), picture('game/desk')],
  },
]

import type { Talk } from './written.ts'

/** Under the posts of those who sing, cast and film. */
export const stageTalk: Readonly<Record<string, readonly Talk[]>> = {
  maya: [
    [
      3,
      'The washing machine stays. It is the best member of the band.',
      '↩ It has asked for a share of the royalties.',
      'Spin cycle in 4/4. I checked.',
    ],
    [1, 'My tram is the 28 as well. I will look at strangers with guitars differently now.', '↩ Look for the one writing on her ticket.'],
    [
      1,
      'Which tuning is that? My fingers say no.',
      '↩ DADGAD, and a lot of hoping.',
      'Capo on two and it sits better for low voices. Ask me how I know.',
      '↩ I am stealing that.',
    ],
    [
      7,
      'fan12: I sang the harmony and I would do it again. Third row, terrible coat.',
      '↩ I remember the coat! It had a button of another family.',
    ],
    [4, 'Bread for the B-side. Justice for “Bread”.', 'Bread is the A-side and we all know it.', 'Signing this petition twice.'],
    [
      8,
      'Played this for my dad, who only likes things from before 1979. He asked what year it was from. I think that is five stars.',
      '↩ Please tell him 1978. Let him have it.',
    ],
    [11, 'A boat. Any boat. I own a life jacket and one good pair of shoes.', 'I get seasick and I would still come.', '↩ Then we anchor.'],
    [
      9,
      'Bar nine. I have been playing your mistake for a year and teaching it to two students.',
      '↩ It is tradition now. Do not correct it.',
    ],
    [
      6,
      'How long did the bridge take in the end? I have been stuck on mine since March and I have started to resent rivers in general.',
      '↩ Nine days, and then it came in four minutes while I was peeling something. I wish I had better news.',
      '↺ Peeling. Noted.',
    ],
    [
      11,
      'fan29: Come to Ghent! There is a room above a bakery that smells right for it.',
      '↩ You have said the magic word.',
      'The bakery is real, I live next door. Bring a jumper, they open the windows.',
    ],
    [8, '“Are you eating” is the most honest review a mother can write.', 'Mine asks about socks.'],
  ],
  neo: [
    [5, 'You ARE a triangle in that frame and you wear it well.', '↩ I have been told it is my good side.', 'All three of them.'],
    [
      7,
      'I was there when the power went out. Nobody said a word and then four thousand people came in on the beat. I still get goosebumps.',
      '↩ I have 4,112 copies of that moment and every one is slightly out of tune. It is my favourite recording.',
    ],
    [16, 'fan16: ネオのライブ、全部行きます。次も最前列で。', '↩ 待っています。サイリウムは予備も持ってきてね。'],
    [10, 'Does the cat get paid in the end?', '↩ In tuna, weekly, with benefits.', 'Union cat.'],
    [
      9,
      'fan2: The dumpling one was mine. I have told everybody. I have told my dentist.',
      '↩ It hangs in the server room. The servers run cooler.',
    ],
    [
      14,
      'Honest question: when you say a song is about being far from home, what is home for you?',
      '↩ The studio, I think. It is where I was first switched on with people in the room. But one of the humans wrote that line, so ask her too: her answer is Osaka.',
    ],
    [2, 'Left hand through the microphone at 0:41. Choreography of the year.', 'They kept it in the live version!!'],
    [6, 'Aiko says hi so often that I feel we are friends. Hi, Aiko.', '↩ She is waving. She also says bedtime.'],
    [3, 'Vote reggae.', 'Nobody vote reggae.', 'I voted reggae.'],
  ],
  kira: [
    [
      2,
      'THE GREEN MARBLE HAS HEART',
      '↩ IT HAS A LIMP AND A DREAM',
      'fan31: GREEN UNTIL THE END',
      'We have a flag now. I made it in the office, please nobody tell my manager.',
    ],
    [
      1,
      'I turned the volume down to 4 and my flatmate still asked who was at the door.',
      '↩ I would like to thank my lungs, which I do not have.',
      'fan38: As the flatmate: it was at 2.',
    ],
    [
      4,
      'The dog had the cleanest line of the whole final and I will not be taking questions.',
      '↩ Eleven minutes. I had ELEVEN minutes on that dog.',
    ],
    [
      9,
      'fan24: Marble racing is a sport. There is a hill, there is fate, there is Gerald.',
      'Gerald is ironing. Different league.',
      'Gerald transcends leagues.',
    ],
    [
      15,
      'Could you cast my driving test?',
      '↩ Tell me the date. I will bring the emotional arc.',
      'He failed on the roundabout. I was the examiner in spirit.',
    ],
    [7, '“Name the player, not the mistake.” I coach under-nines and this goes on the wall.', '↩ That is the best place it could hang.'],
    [15, 'Practice room tonight: I am bad at everything. Is there a limit?', '↩ No. Destiny is inclusive.'],
    [12, 'Chess casting please. I want to hear you scream EN PASSANT once.'],
  ],
  tomas: [
    [
      2,
      'The lens cap was on the lens. Every film school, every year, one student. It is a rite.',
      '↩ I am forty-one.',
      '↺ The rite is patient.',
    ],
    [7, 'fan17: I always watch the credits to the end and yours thank a door. I feel seen.', '↩ It carried scene six.'],
    [
      5,
      'Cut before we know. I argued for the hug for two days and I was wrong.',
      '↩ There IS a hug. It is after the cut. Only the crew saw it.',
      'Cruel. Perfect.',
    ],
    [7, 'What microphone for the door?', '↩ A cheap one, close, and a good one in the next room. The door is the mix of both.'],
    [11, 'Your grandmother should direct.', '↩ She has notes. She always has notes.'],
    [
      13,
      'Black and white. Colour tells you what to feel and grey asks.',
      'fan36: Colour, but ashamed of it.',
      '↩ I am going to put “colour, but ashamed of it” on a T-shirt.',
    ],
    [
      14,
      'Which festival? I have a sofa near exactly one town with exactly one hotel.',
      '↩ If your town has a lighthouse that is closed on Mondays, we need to talk.',
      'It is open on Mondays now! Come!',
    ],
    [2, 'Six minutes of light is more than I get in a week here in November.'],
  ],
}

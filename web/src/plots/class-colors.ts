/*
 * Written by scripts/make-palette.mjs: a row a round, a column a hue. The first row is after Okabe and Ito, toned to the page's
 * paper; each further colour is, within its hue, the one farthest from all before it, to eyes with and without red-green blindness.
 */
const ROUNDS =
  "3360a7 c97e1f 109d75 cd452c 9a75e0 754a3c d879b3 66bcee c3b116 " +
  "1a1b64 411e00 73e8bc 66292e 3b1c9d caaa95 6e396b 93d9f9 d6d70a " +
  "527694 ecba77 447561 7d2800 675ada f6c19f 510039 5ea5de 9ba56e " +
  "025191 9a4300 2a864b bc786a 7170be b19893 5c285a 3b6877 a3b158 " +
  "272d77 d09026 66c5b5 54191f 503dbc 572a11 6e3f4f 56a1b9 b4c745 " +
  "7599fb cd5f00 7ad8c8 933422 8568eb 805446 5d1c3e 96c2d7 c1b178 " +
  "215d88 c48553 5ee19f a56a4b 8979ad 6b372e aa7c97 6db2d1 e7cd72 " +
  "3d6c9d a44c00 336c63 c67f81 2e008a c0a08c 4e004f 65acf8 a3a449 " +
  "97c9ff d1b789 457e74 b26f61 967bff 69514f 6c2e55 4b93ca 88953c " +
  "4361be ffb15c 5cbbab 863100 6f6ad3 58413f a86081 2a6789 6c6d36 " +
  "313a70 ab5900 84e2d2 4b1018 6027a7 905754 704967 9dcdde 929c65 " +
  "17547f a87935 75ceb6 5d2126 6867b4 6e4336 532052 3f86cf d4c48b " +
  "004887 4d2400 68deb2 895032 390077 bba09e b485a0 6aa7cb aaac73 " +
  "125a9a d39d2d 1f905e b14f3c 7f4baf b79783 662446 559cd4 bdd21a " +
  "2c318c 5c341c 73c4a4 bc7678 472267 684643 914f78 5cb2e4 e5b324 " +
  "7a8cf0 fbc45b 406b53 903a00 8d71f5 dfad9d a1738d 8abaca 92834c " +
  "243d97 e2b16e 69eba9 814630 8d4ac7 a88e8c 4d0828 60b9ff c0b457 " +
  "3d77a4 d67a3f 2c9966 fa5700 cabaf1 4f3938 56122f 4289c0 879700 " +
  "5a7f9d 634c1f 9ec7a7 59000e 340e94 daa388 4b1849 a7d7e7 c0a64a " +
  "414ca9 a76a38 449f88 6d3718 5747c6 8f5948 67415e 81b0c0 c9d87e";

/** Hues of classes. */
export const HUES = 9;

/** Colours of classes, #rrggbb: one of each hue first, then the next of each. */
export const CLASS_COLORS: readonly string[] = ROUNDS.split(" ").map((hex) => `#${hex}`);

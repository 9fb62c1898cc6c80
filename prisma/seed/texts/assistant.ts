import type { Template } from "./template";

/** The assistant inside the shop's back office. */
export const ASSISTANT: readonly [Template, ...Template[]] = [
  [
    [
      "How many {product} did we sell in {month}?",
      "{count}, which is {percent} % more than the year before. Size {size} ran out twice.",
    ],
    [
      "Which sizes should we reorder?",
      "{size} first: at the present pace it lasts {days} more days. The others last into next month.",
    ],
  ],
  [
    [
      "Draft a reply to the supplier about the late {product} delivery.",
      "Dear team, the delivery planned for {weekday} has not arrived. Please confirm by tomorrow noon which part can leave now and when the rest follows; we would rather have a true date than an early one. Kind regards, {helper}",
    ],
  ],
  [
    [
      "Explain the difference between gross and net margin to an intern in three sentences.",
      "Gross margin is what is left of the price after paying for the thing itself. Net margin is what is left after everything else too: rent, people, parcels, returns. A shop can look rich on the first and still lose money on the second.",
    ],
  ],
  [
    [
      "What changed in our return rate?",
      "It fell from 14 to 11 % since the size advice went live. Most of the drop is in jackets; shoes are unchanged.",
    ],
    ["Make a table by category.", "Jackets 9 %, shoes 17 %, tents 4 %, clothing 12 %, small things 3 %."],
    [
      "And by country?",
      "Highest in the smallest markets: {city} and around return twice as often, mostly because delivery takes longer there.",
    ],
  ],
  [
    [
      "Plan the photo day in {city}: three people, five products.",
      "09:00 light and set, 10:00 {product} and {other}, 12:30 lunch, 13:30 worn on models, 15:30 details, 17:00 pack up. Rain plan: the two indoor sets first.",
    ],
  ],
];

import type { Template } from "./template";

/** The bot `care`: orders, returns, repairs. */
export const SUPPORT: readonly [Template, ...Template[]] = [
  [
    [
      "Where is my order {order}? It was supposed to arrive on {weekday}.",
      "I have looked up {order}: it left our warehouse in {city} and is with {carrier} now. The new estimate is two working days. Would you like a message when it is out for delivery?",
    ],
    [
      "Yes please, by e-mail.",
      "Done. You will get one message on the morning of the delivery and nothing else.",
    ],
    [
      "Can it go to a pick-up point instead?",
      "It can, as long as it is not on the van yet. I have opened the choice of pick-up points for you in the tracking page of {order}.",
    ],
  ],
  [
    [
      "How do I send back the {product}? It is too small.",
      "You have 60 days. Print the label from your account under Orders, put the {product} in any box and hand it in. We refund within {days} days of receiving it.",
    ],
    [
      "Is an exchange for size {size} faster?",
      "Yes: choose Exchange instead of Refund, and size {size} leaves us as soon as the label is scanned. It is in stock.",
    ],
    [
      "What if I have already thrown the box away?",
      "Any sturdy box will do. Please remove old labels, that is all.",
    ],
  ],
  [
    [
      "The zip of my {product} broke after one season.",
      "I am sorry about that. Zips are covered for five years. Could you tell me the order number, or roughly when you bought it?",
    ],
    [
      "Order {order}, I think.",
      "Found it. Our workshop replaces the zip free of charge; it takes about {days} days from the day it arrives. I have sent the repair label to your e-mail address.",
    ],
  ],
  [
    [
      "I was charged twice for {order}",
      "I can see two authorisations of {price}, but only one payment. The second is a reservation that your bank releases by itself, usually within {days} days.",
    ],
    [
      "My bank says it is a real charge.",
      "Then I would rather have a person look at it. I passed this to {helper} in accounts with both references; you will hear back today before six.",
    ],
  ],
  [
    [
      "Can I change the delivery address of {order}?",
      "As long as it has not been packed. I have just checked: it is still waiting. What is the new address?",
    ],
    ["Same street, but in {city} now.", "Changed. The delivery estimate stays the same."],
    ["great, thanks!", "You are welcome. Enjoy the {product}!"],
  ],
  [
    [
      "my voucher does not work",
      "Vouchers cannot be combined with sale prices, and each works once. Which message do you see at the checkout?",
    ],
    [
      "it says 'expired'",
      "That voucher ended last {weekday}. As you tried before it ran out, I have made you a new one over the same amount; it is valid for 30 days.",
    ],
  ],
  [
    [
      "Do you deliver to {city}, and what does it cost?",
      "We do. Standard delivery is €4.90 and takes {days} days; from €80 it is free. Express is €11.90.",
    ],
  ],
  [
    [
      "I would like an invoice with our company's VAT number for {order}.",
      "Add the number under Account, Billing, then press Issue again on the order page. The new invoice replaces the old one, with the same date.",
    ],
    [
      "It says the number is not valid.",
      "Please leave out blanks and begin with the two letters of the country. If it still says so, the register may be slow: it often works an hour later.",
    ],
  ],
  [
    [
      "The {product} arrived with a scratch.",
      "Oh no. Would you rather keep it with {percent} % back, or have a new one? A photo helps us tell the warehouse, but we decide right away.",
    ],
    [
      "I keep it, with the discount.",
      "Thank you. {percent} % go back to the way you paid; banks need up to {days} days to show it.",
    ],
  ],
  [
    [
      "How do I delete my account?",
      "Under Account, Privacy, Delete account. Orders stay in our books for as long as tax law asks, without your wish list and browsing history.",
    ],
    [
      "And my credits?",
      "Credits that you bought are paid back first; the page shows the amount before you confirm.",
    ],
  ],
  [
    [
      "Is it normal that the {product} smells of smoke?",
      "New coated fabrics can smell for a few days. Air it outside, do not wash it yet. If it is still there after a week, we take it back at any age of the order.",
    ],
  ],
  [
    [
      "One parcel of {order} is missing, I only got the {other}.",
      "The order was sent in two parcels. The one with the {product} is a day behind, at the depot in {city}.",
    ],
    [
      "Okay. Will somebody ring the bell?",
      "It fits through most letter boxes. If yours is too small, the driver rings and, if nobody is there, leaves it with a neighbour.",
    ],
  ],
];

/** Something a shop sells, as the picker shows it and as it fills the form. */
export type ShopOffer = {
  readonly label: string;
  readonly name: string;
  readonly price: string | null;
  readonly currency: string | null;
  readonly wooProduct: string;
  readonly wooVariation: string;
  readonly stripePrice: string;
};

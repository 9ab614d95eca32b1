// Lists the English words that say little about what is asked.
/** English function words, and the words that frame a question; folded. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against ain all also am an and any anybody anyone anything are arent as at be because been
  before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont
  down during each either else ever every everybody everyone everything few for from further get gets got had hadnt has hasnt have havent
  having he hed hell her here heres hers herself hes him himself his how hows however i id if ill im in into is
  isnt it itll its itself ive just let lets like many may me might mine more most much must mustnt my myself of
  off on once one only onto or other others ought our ours ourselves out over own per quite rather really said
  same say saying says shall she shed shell shes should shouldnt since so some somebody someone something such
  tell than that thatll thats the their theirs them themselves then there theres these they theyd theyll theyre
  theyve this those though through thus till to told too toward towards under until up upon us very was wasnt
  we wed well were werent weve what whatever whats when where wheres whether which while who whod whom whos
  whose why will with within without wont would wouldnt yes yet you youd youll your youre yours yourself youve`.split(
    /\s+/,
  ),
)

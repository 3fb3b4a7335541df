// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The personal token of one account: an ERC-20 that is bought from and sold to its own curve.
/// @notice The contract's balance is always exactly `reserveOf(totalSupply())` plus what it owes, so everybody can sell
/// at any time. There is no owner, no pause, no blacklist, and no token outside a purchase. Tokens held by the token
/// contract itself are locked for ever, but for `creatorLock()`.
/// @dev The dispatcher tries selectors in ascending order, 22 gas each. Rarely called functions were given names and
/// argument widths that sort behind `transfer`.
interface IPersonalToken {
    /// @notice `payer` bought. Money in is `amounts >> 128`; the reserve grew by it less both fees.
    /// @param payer Who paid; the contract keeps all of it.
    /// @param to Who received the tokens (the token itself when they are the creator's locked first buy).
    /// @param amounts Wei paid << 128 | tokens received. Tokens locked for ever by the launch surcharge come on top; they
    /// are a Transfer from zero to the token itself in the same transaction.
    /// @param fees Wei now owed to the creator << 128 | wei now owed to the platform. Rounding dust is the creator's.
    /// @param ref The order this fulfils, as its sender chose.
    event Bought(address indexed payer, address to, uint256 amounts, uint256 fees, bytes32 ref);

    /// @notice `seller` sold. The reserve shrank by the wei paid out plus both fees.
    /// @param seller Whose tokens were burnt.
    /// @param to Who received the money, in this very transaction.
    /// @param amounts Tokens sold << 128 | wei paid out to `to`.
    /// @param fees Wei now owed to the creator << 128 | wei now owed to the platform.
    /// @param ref The order this fulfils, as its sender chose.
    event Sold(address indexed seller, address to, uint256 amounts, uint256 fees, bytes32 ref);

    /// @notice All that was owed left the contract: `creatorWei` to `payee`, `protocolWei` to `feeRecipient`.
    event Claimed(address indexed payee, uint256 creatorWei, address indexed feeRecipient, uint256 protocolWei);

    /// @notice The creator's first buy is held by the token itself until `untilS`.
    event FirstBuyLocked(uint256 amount, uint256 untilS);

    /// @notice The creator's first buy was handed over.
    event FirstBuyReleased(uint256 amount);

    /// @notice From now on the creator takes `bps` of each trade; it never rises again.
    event CreatorFeeLowered(uint256 bps);

    /// @notice The creator offers the fees of this token to `to`; nothing changes until the offer is taken.
    event PayeeOffered(address indexed to, uint256 readyAtS);

    /// @notice The creator's fees now go to `to`.
    event PayeeSet(address indexed to);

    /// @notice A signed order to sell: `nonce` is `nonces(owner)`, shared with `permit`.
    struct SellOrder {
        address owner;
        address to;
        uint256 amount;
        uint256 minOut;
        uint256 deadline;
        bytes32 ref;
    }

    /// @notice Spends all the value sent on tokens for `to`; refuses to give fewer than `minOut`.
    /// @dev Calls nobody. What the last fraction of a token cannot use is the creator's.
    function buy(address to, uint256 minOut, uint256 deadline, bytes32 ref) external payable returns (uint256 out);

    /// @notice Buys exactly `amount` for `to`; refuses if that costs more than the value sent, and returns the rest.
    function buyExact(uint256 amount, address to, uint256 deadline, bytes32 ref) external payable returns (uint256 costWei);

    /// @notice Sells the caller's `amount` and pays `to`; refuses to pay less than `minOut` wei.
    function sell(uint256 amount, address to, uint256 minOut, uint256 deadline, bytes32 ref)
        external
        returns (uint256 out);

    /// @notice Sells for an owner who signed exactly this order, so that the owner needs no gas. ERC-1271 is honoured.
    function sellWithPermit(SellOrder calldata order, bytes calldata signature) external returns (uint256 out);

    /// @notice What `buy` would give now, and the fees in it. Exact; in the launch window the worst case, because the
    /// locked share only falls.
    function quoteBuy(uint112 valueWei)
        external
        view
        returns (uint256 out, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei);

    /// @notice What `buyExact` would cost now, and the fees in it. The same holds.
    function quoteCost(uint256 amount)
        external
        view
        returns (uint256 costWei, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei);

    /// @notice What `sell` would pay now, and the fees taken from it. Exact.
    function quoteSell(uint80 amount) external view returns (uint256 out, uint256 creatorWei, uint256 protocolWei);

    /// @notice The wei that stand behind a supply: what its last holder leaves when all of it is sold.
    function reserveOf(uint96 supply) external view returns (uint256);

    /// @notice The price of the next token, in wei per whole token, before fees.
    function spotPrice() external view returns (uint256);

    /// @notice Pays the creator and the platform what they are owed; anyone may call, and no receiver can prevent it.
    function claim() external returns (uint256 creatorWei, uint256 protocolWei);

    /// @notice What `claim` would pay.
    function owed() external view returns (uint256 creatorWei, uint256 protocolWei);

    /// @notice Lowers the creator's fee for good; creator only.
    function lowerCreatorFee(uint96 bps) external;

    /// @notice Offers the creator's fees to another address; creator only. Zero withdraws the offer.
    function offerPayee(address to) external;

    /// @notice Makes an offer true: by the offered address at once, or by the creator after two days (for a contract
    /// that cannot call). What is owed until then is paid first, to whom it was earned for.
    function becomePayee() external;

    /// @notice Hands the creator the first buy once its lock is over; anyone may call.
    function releaseFirstBuy() external;

    /// @notice A purchase for the factory: the creator's own (`isLocked`), the first fan's and a batch's, which all
    /// know no launch surcharge, and those that came a moment too late for that (`isFirst` false). Factory only.
    function buyFor(address payer, address to, uint256 minOut, bytes32 ref, bool isFirst, bool isLocked)
        external
        payable
        returns (uint256 out);

    /// @notice The terms that never change, and the one that only falls.
    function terms()
        external
        view
        returns (
            address creator,
            uint256 launchedAtS,
            uint256 preset,
            uint256 protocolBps,
            uint256 creatorBps,
            uint256 lockedUntilS
        );

    /// @notice How much of the creator's first buy is still locked here.
    function creatorLock() external view returns (uint256);

    /// @notice Where the creator's fees go.
    function payee() external view returns (address);

    /// @notice The factory that made this token.
    function factory() external view returns (address);
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMarket} from "../src/interfaces/IPassMarket.sol";
import {PassTest} from "./PassTest.sol";
import {Coin} from "./mocks/Coin.sol";

/// @title A seller and a bidder who can sign, a pass to sell, and a coin.
abstract contract MarketTest is PassTest {
    uint256 internal constant SELLER_KEY = 0x5e11e2;
    uint256 internal constant BIDDER_KEY = 0xb1dde2;
    uint256 internal constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;
    uint256 internal constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    address internal seller = vm.addr(SELLER_KEY);
    address internal bidder = vm.addr(BIDDER_KEY);
    Coin internal coin;
    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        vm.deal(seller, 1_000 ether);
        vm.deal(bidder, 1_000 ether);
        coin = new Coin();
        id = buy(seller, TIMED);
    }

    /// @dev An ask of the seller for what it holds now, at 100.
    function anAsk() internal view returns (IPassMarket.Ask memory) {
        return IPassMarket.Ask({
            maker: seller,
            nft: address(pass),
            id: id,
            tokenNonce: pass.nonceOf(id),
            price: 100 ether,
            token: address(0),
            minExpiry: 0,
            deadline: block.timestamp + 1 days,
            nonce: 1,
            counter: market.counterOf(seller)
        });
    }

    /// @dev A bid for any pass of the tier, at 50.
    function aBid() internal view returns (IPassMarket.Bid memory) {
        return IPassMarket.Bid({
            maker: bidder,
            nft: address(pass),
            scope: 1,
            id: TIMED,
            price: 50 ether,
            token: address(0),
            minExpiry: 0,
            deadline: block.timestamp + 1 days,
            nonce: 7,
            counter: market.counterOf(bidder)
        });
    }

    function signedBy(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function signed(IPassMarket.Ask memory ask) internal view returns (bytes memory) {
        return signedBy(SELLER_KEY, market.digestOfAsk(ask));
    }

    function signed(IPassMarket.Bid memory bid) internal view returns (bytes memory) {
        return signedBy(BIDDER_KEY, market.digestOfBid(bid));
    }

    function fill(address buyer, IPassMarket.Ask memory ask) internal {
        bytes memory signature = signed(ask);
        vm.prank(buyer);
        market.buyListed{value: ask.token == address(0) ? ask.price : 0}(ask, signature);
    }

    function refuseFill(bytes4 why, IPassMarket.Ask memory ask) internal {
        bytes memory signature = signed(ask);
        expectRefusal(why);
        vm.prank(carol);
        market.buyListed{value: ask.price}(ask, signature);
    }

    function fund(uint256 amountWei) internal {
        vm.prank(bidder);
        market.depositForOffers{value: amountWei}();
    }

    function accept(IPassMarket.Bid memory bid, uint256 which) internal {
        bytes memory signature = signed(bid);
        vm.prank(seller);
        market.acceptBid(bid, signature, which);
    }

    function refuseAccept(bytes4 why, IPassMarket.Bid memory bid, uint256 which) internal {
        bytes memory signature = signed(bid);
        expectRefusal(why);
        vm.prank(seller);
        market.acceptBid(bid, signature, which);
    }
}
